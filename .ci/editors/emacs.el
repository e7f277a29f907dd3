;;; Emacs works off fifty stale sentences: F8 goes to the next and marks the words that are old, the new ones are typed,
;;; F9 accepts. CLIENT says by which client: eglot, or lsp-mode, which renames the article as well (eglot 1.9 renames no files).
(package-initialize)
(setq make-backup-files nil auto-save-default nil create-lockfiles nil)
(delete-selection-mode 1)
(transient-mark-mode 1)
(define-derived-mode satz-catalog-mode text-mode "Fluent")
(add-to-list 'auto-mode-alist '("\\.ftl\\'" . satz-catalog-mode))
(defconst by-eglot (equal (getenv "CLIENT") "eglot"))

(defun fail (&rest message)
  (princ (concat "emacs: " (apply #'format message) "\n") #'external-debugging-output)
  (kill-emacs 1))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) end) (fail "%s did not come: %S" what (found)))
      (accept-process-output nil 0.05))))

;; What differs between the clients. Messages are property lists for eglot, hash tables for lsp-mode.
(if by-eglot
    (progn
      (require 'eglot)
      (setq eglot-autoshutdown t eglot-confirm-server-initiated-edits nil eglot-sync-connect 30)
      (add-to-list 'eglot-server-programs `(satz-catalog-mode . (,(getenv "SATZ") "lsp")))
      ;; The folder with satz.yaml is the project.
      (setq project-find-functions
            (list (lambda (folder) (cons 'transient (locate-dominating-file folder "satz.yaml")))))
      (defun begin () (call-interactively #'eglot) (flymake-mode 1))
      (defun ask (method params) (jsonrpc-request (eglot--current-server-or-lose) (intern (concat ":" method)) params))
      (defun of (message name) (plist-get message (intern (concat ":" name))))
      (defun here () (list :uri (eglot--path-to-uri buffer-file-name) :position (eglot--pos-to-lsp-position)))
      (defun point-of (position) (eglot--lsp-position-to-point position))
      (defun told () (eglot--signal-textDocument/didChange))
      (defun apply-edit (edit) (eglot--apply-workspace-edit edit))
      (defun found ()
        (flymake-start)
        (accept-process-output nil 0.2)
        (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
  (require 'lsp-mode)
  (setq lsp-auto-guess-root nil lsp-restart 'ignore lsp-enable-file-watchers nil lsp-session-file "session"
        lsp-diagnostics-provider :none lsp-response-timeout 60 lsp-log-io nil lsp-before-save-edits nil
        lsp-enable-snippet nil lsp-modeline-code-actions-enable nil lsp-headerline-breadcrumb-enable nil)
  (add-to-list 'lsp-language-id-configuration '(satz-catalog-mode . "fluent"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (list (getenv "SATZ") "lsp"))
                    :major-modes '(satz-catalog-mode) :server-id 'satz))
  (defun begin ()
    (lsp-workspace-folders-add (locate-dominating-file default-directory "satz.yaml"))
    (lsp)
    (wait-for "the server" (lambda () (and (lsp-workspaces)
                                           (eq 'initialized (lsp--workspace-status (car (lsp-workspaces))))))))
  (defun ask (method params) (lsp-request method params))
  (defun of (message name) (lsp-get message (intern (concat ":" name))))
  (defun here () (list :uri (lsp--buffer-uri) :position (lsp--cur-position)))
  (defun point-of (position) (lsp--position-to-point position))
  (defun told () (lsp--on-idle (current-buffer)))
  (defun apply-edit (edit) (lsp--apply-workspace-edit edit))
  (defun found ()
    (accept-process-output nil 0.2)
    (let ((found (gethash (lsp--fix-path-casing buffer-file-name) (lsp-diagnostics))))
      (mapcar (lambda (item) (of item "message")) found))))

(defun stale () (seq-count (lambda (text) (string-match-p "stale\\|source has changed" text)) (found)))

(defun next-stale ()
  "Goes to the next stale sentence, and marks what is old in it."
  (interactive)
  (let* ((place (ask "workspace/executeCommand" (list :command "satz.nextStale" :arguments (vector (here)))))
         (range (of place "range"))
         (start (point-of (of range "start"))))
    (goto-char (point-of (of range "end")))
    (unless (= start (point))
      (push-mark start t t))))

(defun accept ()
  "Accepts the translation at point."
  (interactive)
  (told)
  (let* ((at (here))
         (actions (ask "textDocument/codeAction"
                       (list :textDocument (list :uri (plist-get at :uri))
                             :range (list :start (plist-get at :position) :end (plist-get at :position))
                             :context '(:diagnostics []))))
         (action (seq-find (lambda (action) (string-prefix-p "Accept: " (of action "title"))) actions)))
    (unless action (fail "no action accepts: %s" actions))
    (unless (of action "edit") (setq action (ask "codeAction/resolve" action)))
    (apply-edit (of action "edit")))
  (told))

(global-set-key (kbd "<f8>") #'next-stale)
(global-set-key (kbd "<f9>") #'accept)

(find-file "locales/en/plan.ftl")
(begin)
(wait-for "what is found" (lambda () (> (stale) 0)))
(unless (= (stale) 50) (fail "%d stale, not 50: %s" (stale) (found)))

(goto-char (point-min))
(next-stale)
(unless (string= (buffer-substring (region-beginning) (region-end)) "7")
  (fail "marked: %s" (buffer-substring (region-beginning) (region-end))))
(deactivate-mark)
(let* ((at (here))
       (answer (ask "textDocument/hover" (list :textDocument (list :uri (plist-get at :uri)) :position (plist-get at :position))))
       (text (of (of answer "contents") "value")))
  (unless (string-match-p "Out of date" text) (fail "hover: %s" text)))
(let* ((at (here))
       (places (ask "textDocument/references"
                    (list :textDocument (list :uri (plist-get at :uri)) :position (plist-get at :position)
                          :context '(:includeDeclaration t)))))
  (unless (>= (length places) 4) (fail "references: %s" places)))

(goto-char (point-min))
(let ((keys 0))
  (dotimes (_ 50)
    (execute-kbd-macro (kbd "<f8> 9 <f9>"))
    (setq keys (+ keys 2)))
  (wait-for "an end of what is stale" (lambda () (= (stale) 0)))
  (save-buffer)
  (princ (format "emacs, %s: 50 sentences, %d keys besides the words\n" (getenv "CLIENT") keys)))

(unless by-eglot
  (goto-char (+ (point-min) 20))
  (lsp-rename "fahrplan")
  (save-some-buffers t)
  (dolist (path '("articles/fahrplan.md" "locales/de/fahrplan.ftl" "locales/en/fahrplan.ftl" "locales/fr/fahrplan.ftl"))
    (unless (file-exists-p (expand-file-name path (getenv "SITE"))) (fail "%s is not there" path)))
  (princ "emacs, lsp-mode: the article has another name\n"))
(kill-emacs 0)
